namespace RecurrentGpt.Web.Models;

/// <summary>Names the resource with one message for each kind of failure.</summary>
public sealed class FailureMessages;
