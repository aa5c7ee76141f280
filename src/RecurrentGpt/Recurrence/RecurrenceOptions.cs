using System.ComponentModel.DataAnnotations;

namespace RecurrentGpt.Recurrence;

/// <summary>Limits of a run. Every wait has one, and every loop an end.</summary>
public sealed class RecurrenceOptions
{
    /// <summary>The configuration section's name.</summary>
    public const string Section = "Recurrence";

    /// <summary>Longest wait for the first word of a reply; local models may have to be loaded first.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan FirstTokenLimit { get; set; } = TimeSpan.FromSeconds(180);

    /// <summary>Longest wait for the next word.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan IdleLimit { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Longest time for a whole run, waits between requests included.</summary>
    [Range(typeof(TimeSpan), "00:00:05", "06:00:00")]
    public TimeSpan TotalLimit { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>Longest time for one embedding request.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan EmbeddingLimit { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest reply that is read, in characters; what is longer is cut off and fails as too long.</summary>
    [Range(10_000, 2_000_000)]
    public int MaxReplyCharacters { get; set; } = 200_000;

    /// <summary>Most chat requests that one run may make, whatever the server does: the first, its retries and its repairs.</summary>
    [Range(1, 4)]
    public int MaxRequests { get; set; } = 4;

    /// <summary>Most runs that one runner carries at the same time; a further one is refused and named to the person.</summary>
    [Range(1, 1_000)]
    public int MaxRuns { get; set; } = 8;

    /// <summary>Most steps that are written ahead at the same time, of all stories; further ones wait.</summary>
    [Range(1, 12)]
    public int MaxAhead { get; set; } = 3;

    /// <summary>Most steps that are written ahead of one desk, however often the author changes what they are written from.</summary>
    [Range(1, 100)]
    public int MaxAheadOfStep { get; set; } = 9;

    /// <summary>Most times that missing sections are asked for.</summary>
    [Range(0, 2)]
    public int MaxRepairs { get; set; } = 2;

    /// <summary>Longest wait before a retry when the server names none; the waits double up to it, with jitter.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan MaxBackoff { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Longest wait that a server may ask for; a longer one ends the run and is named to the person.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "01:00:00")]
    public TimeSpan MaxRetryAfter { get; set; } = TimeSpan.FromSeconds(120);

    /// <summary>
    /// Longest time for which a reply that is written, and paid for, is tried to be stored while the disk is full or takes no writing; after it the run ends,
    /// and what came is offered on the desk.
    /// </summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan StoreLimit { get; set; } = TimeSpan.FromMinutes(30);
}
