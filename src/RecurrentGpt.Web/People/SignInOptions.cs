using System.ComponentModel.DataAnnotations;

namespace RecurrentGpt.Web.People;

/// <summary>Whether people sign in, and how.</summary>
internal sealed class SignInOptions
{
    public const string Section = "SignIn";

    /// <summary>Without it there is one person, and the program listens on this machine only.</summary>
    public bool Enabled { get; set; }

    /// <summary>How often open pages are looked at: whoever may not come in any more is out after that time at the latest.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:05:00")]
    public TimeSpan Recheck { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long a browser stays signed in after it was last used.</summary>
    [Range(typeof(TimeSpan), "00:10:00", "90.00:00:00")]
    public TimeSpan StaysFor { get; set; } = TimeSpan.FromDays(14);

    /// <summary>So many wrong passwords in a row lock a name.</summary>
    [Range(3, 50)]
    public int LockoutAfter { get; set; } = 5;

    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan LockoutFor { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>So often a minute one address may try to sign in.</summary>
    [Range(1, 1000)]
    public int AttemptsAMinute { get; set; } = 10;
}
