"""Tests of the registers beside the risks."""
