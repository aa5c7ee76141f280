namespace RecurrentGpt.Web.Commands;

/// <summary>A verb was asked for in a way that cannot be done. The message names what to change; nothing has been written.</summary>
internal sealed class UsageException(string message) : Exception(message);
