namespace RecurrentGpt.Web.Storage.Entities;

/// <summary>Somebody who may sign in.</summary>
public sealed class PersonRow
{
    /// <summary>That of the first account is the owner's of the desk.</summary>
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as it is looked for: letters of either case are the same.</summary>
    public required string NormalizedName { get; set; }

    public string? PasswordHash { get; set; }

    /// <summary>Changes with all that must end what is signed in: the password, leave to come in, a sign-out everywhere.</summary>
    public string SecurityStamp { get; set; } = "";

    public string ConcurrencyStamp { get; set; } = "";

    /// <summary>Wrong passwords in a row.</summary>
    public int AccessFailedCount { get; set; }

    public DateTimeOffset? LockoutEnd { get; set; }

    /// <summary>When the owner took the leave to come in away; null while it stands. Nothing that is theirs is removed.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }
}
