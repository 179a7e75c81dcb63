"""Driving: a program in a real pty, by keys, signals and changes of size, and what its terminal shows."""
