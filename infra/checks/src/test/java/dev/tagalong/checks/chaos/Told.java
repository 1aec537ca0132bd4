package dev.tagalong.checks.chaos;

/**
 * One thing that one person is told.
 *
 * @param kind as rows and frames name it
 * @param ticket its place in the script
 * @param word of the message; empty if it is about none
 */
record Told(String kind, int ticket, String word) {}
