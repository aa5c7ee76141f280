using System.ComponentModel.DataAnnotations;

namespace RecurrentGpt.Web.People;

/// <summary>How much one person may take of what all share; where nobody signs in, one address.</summary>
public sealed class LimitOptions
{
    public const string Section = "Limits";

    /// <summary>Stories on the shelf; those that were deleted do not count.</summary>
    [Range(1, 1_000_000)]
    public int Stories { get; set; } = 1_000;

    /// <summary>Stories that may be written at the same time.</summary>
    [Range(1, 1_000)]
    public int Runs { get; set; } = 8;

    /// <summary>Pages, exports and new connections in a minute. Files that are the same for everybody, and what a page says over its connection, do not count.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; set; } = 600;

    /// <summary>Pages that are open at once.</summary>
    [Range(1, 100_000)]
    public int OpenPages { get; set; } = 50;

    /// <summary>The largest body of a request. Nothing is uploaded; a browser without WebSockets sends what is typed this way, in pieces of at most 512 KB.</summary>
    [Range(1024 * 1024, 1024 * 1024 * 1024)]
    public long RequestBytes { get; set; } = 1024 * 1024;

    /// <summary>Connections of everybody together.</summary>
    [Range(10, 1_000_000)]
    public int Connections { get; set; } = 2_000;
}
