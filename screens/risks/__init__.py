"""Risks: the register as a table and as a matrix, with all that is known of the risk under the cursor."""
