"""The line widgets: long lists and panes drawn line by line."""
