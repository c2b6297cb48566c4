"""The peer's one table."""

from django.db import models

STATES = ("contact", "member", "lapsed", "left")


class Person(models.Model):
    """Somebody on a roster, in clear."""

    workplace = models.IntegerField(db_index=True)
    name = models.CharField(max_length=200, db_index=True)
    name_ar = models.CharField(max_length=200)
    number = models.CharField(max_length=20)
    state = models.CharField(max_length=10, choices=[(one, one.title()) for one in STATES])
    job = models.CharField(max_length=60)
    category = models.CharField(max_length=20)
    hired_on = models.DateField(null=True)


class Listed(models.Model):
    """Somebody on a list that is brought in, in clear; known again by the number alone."""

    number = models.CharField(max_length=20, unique=True)
    family_name = models.CharField(max_length=200)
    given_name = models.CharField(max_length=200)
    sex = models.CharField(max_length=1)
    born_on = models.DateField(null=True)
    phone = models.CharField(max_length=20)
    email = models.CharField(max_length=200)
    hired_on = models.DateField(null=True)
