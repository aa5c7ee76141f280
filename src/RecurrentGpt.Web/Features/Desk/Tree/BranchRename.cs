namespace RecurrentGpt.Web.Features.Desk.Tree;

/// <summary>Another name for a branch.</summary>
/// <param name="Before">The name that the author saw when they began; empty for none.</param>
public sealed record BranchRename(string Before, string Name);

/// <summary>The outcome of naming a branch.</summary>
/// <param name="Saved">False when another tab named it otherwise meanwhile; nothing was changed then.</param>
/// <param name="Current">The name that stands now.</param>
public sealed record BranchNamed(bool Saved, string Current);
