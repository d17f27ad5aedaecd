"""A case: the nouns it is made of, the folder it lives in, and the record of what was found."""
