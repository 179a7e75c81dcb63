"""The command line: the same verbs without the screen."""
