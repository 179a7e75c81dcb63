"""Reports: what is told of a portfolio as a document, and the formats that it is written in."""
