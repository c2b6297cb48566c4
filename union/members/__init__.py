"""People: members and contacts, their employments, mandates, dues and consent; the roster of a workplace; its
import."""
