"""What comes in and goes out: the columns of files read and written."""
