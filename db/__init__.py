"""What is kept: engine, models, migrations, the journal and the queries."""
