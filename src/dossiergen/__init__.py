"""dossiergen turns a re-integration case into its lawful papers."""
