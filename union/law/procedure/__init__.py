"""What an employer has to do before a dismissal or a plan, step by step, and what follows where they did not."""
