"""Known faults planted into a case's supported findings, one at a time and in memory, and its checks asked again."""
