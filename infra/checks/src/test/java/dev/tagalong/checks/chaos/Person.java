package dev.tagalong.checks.chaos;

/** Somebody who is signed in. */
record Person(int id, String uuid, String email) {}
