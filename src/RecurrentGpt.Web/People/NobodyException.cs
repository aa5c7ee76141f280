namespace RecurrentGpt.Web.People;

/// <summary>Something that belongs to a person was asked for where nobody is signed in.</summary>
public sealed class NobodyException() : InvalidOperationException("Nobody is signed in here; sign in again.");
