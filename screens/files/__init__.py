"""Files: finding one by walking through folders, and naming one to be written."""
