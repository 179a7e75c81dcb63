"""The themes: what each semantic role looks like, in 256 colours, in 16 and in none."""
