"""Public pages. They read editions only, touch neither user nor session, and are the same for everybody."""
