"""What an article says of time, as a network of days; whether all of it can hold."""
