"""The conflict: both values of every field that two people changed, and the choice between them."""
