"""Things: the flows by which a thing of any kind is added, edited and deleted from a screen."""
