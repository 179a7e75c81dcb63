"""Tests of screens/exports."""
