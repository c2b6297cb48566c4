"""The union's sections: who founded them, their statutes and officers, and what was filed of them with which proof."""
