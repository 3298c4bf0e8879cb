"""Words to the world: canonical actors, places and dates."""
