"""What is seen: the Textual app, one folder for each screen."""
