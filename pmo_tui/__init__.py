"""What is true: the rules, use cases and command line of the PMO's cockpit."""

__version__ = "0.1.0"
