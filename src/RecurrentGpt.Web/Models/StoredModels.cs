namespace RecurrentGpt.Web.Models;

/// <summary>Model settings as they are stored: one text, so that a save is whole or not there.</summary>
internal sealed record StoredModels(ModelSettings Settings, string? ProtectedKey);
