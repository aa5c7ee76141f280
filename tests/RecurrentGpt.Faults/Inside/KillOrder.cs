using System.Globalization;

namespace RecurrentGpt.Faults.Inside;

/// <summary>Where a program kills itself.</summary>
internal enum KillAt
{
    /// <summary>Before a statement of whatever writes to the database, counted from the start of the process.</summary>
    Statement,

    /// <summary>Before a statement of the first transaction that stores a step, or before its COMMIT when it has fewer.</summary>
    Storing,

    /// <summary>Some microseconds after the COMMIT of the first transaction that stores a step has begun.</summary>
    Committing,

    /// <summary>Before the first statement after the transaction that stores a step.</summary>
    Stored,

    /// <summary>Some microseconds after a file was made in a folder.</summary>
    File,
}

/// <summary>Tells a program where to kill itself, in an environment variable.</summary>
/// <param name="At">The place.</param>
/// <param name="Number">Which statement, from 1, or how many microseconds later.</param>
/// <param name="Folder">Where the file is made.</param>
/// <param name="Pattern">What the file is called.</param>
internal sealed record KillOrder(KillAt At, int Number = 0, string Folder = "", string Pattern = "")
{
    public const string Variable = "RECURRENTGPT_FAULTS_KILL";

    public static KillOrder? Read(string? text) => text?.Split('|') switch
    {
        [var at, var number, var folder, var pattern] => new KillOrder(Enum.Parse<KillAt>(at), int.Parse(number, CultureInfo.InvariantCulture), folder, pattern),
        _ => null,
    };

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{At}|{Number}|{Folder}|{Pattern}");
}
