using System.Globalization;
using RecurrentGpt.Authors;
using RecurrentGpt.Autopilot;

namespace RecurrentGpt.Web.Features.Desk.Autopilot;

/// <summary>An order for autopilot as the author types it, and what is wrong with it. A run that is held can be given another order, which must leave it something to do.</summary>
public sealed class AutopilotForm
{
    /// <summary>Longest time that a run may be given, in hours: a year.</summary>
    public const int MostHours = 8_760;

    private readonly AutopilotRecord? _held;

    /// <param name="order">What the fields begin with.</param>
    /// <param name="held">The run that is to go on; null for a new one.</param>
    public AutopilotForm(AutopilotOrder order, AutopilotRecord? held)
    {
        _held = held;
        Steps = Typed(order.Steps);
        Seed = Typed(order.Seed);
        Tokens = order.MostTokens is { } tokens ? Typed(tokens) : "";
        Cost = order.MostCost is { } cost ? Typed(cost) : "";
        Hours = order.MostTime is { } time ? Typed(Math.Round((decimal)time.TotalHours, 2)) : "";
        (Author, MayRevise, UsesTaste, Extends) = (order.Author, order.MayRevise, order.UsesTaste, order.Extends);
        (StopCondition, JudgesApart, StopsAtRepetition, StopsAtAlikePlans) = (order.StopCondition, order.JudgesApart, order.StopsAtRepetition, order.StopsAtAlikePlans);
    }

    public string Steps { get; set; }

    public AuthorKind Author { get; set; }

    public string Seed { get; set; }

    public bool MayRevise { get; set; }

    public bool UsesTaste { get; set; }

    public bool Extends { get; set; }

    public string StopCondition { get; set; }

    public bool JudgesApart { get; set; }

    /// <summary>Most tokens; empty for no limit.</summary>
    public string Tokens { get; set; }

    /// <summary>Most cost; empty for no limit.</summary>
    public string Cost { get; set; }

    /// <summary>Whether there are prices to count a cost by; without them there is no such limit.</summary>
    public bool HasPrices { get; set; }

    /// <summary>Longest time in hours; empty for no limit.</summary>
    public string Hours { get; set; }

    public bool StopsAtRepetition { get; set; }

    public bool StopsAtAlikePlans { get; set; }

    /// <summary>Paragraphs that stand already.</summary>
    public int Written => _held?.Spent.Steps ?? 0;

    /// <summary>Paragraphs that are still to be written; 0 while the number cannot be read.</summary>
    public int Left => Math.Max(0, Math.Min(Order.Steps, AutopilotOrder.MostSteps) - Written);

    /// <summary>What the fields ask for. A number that cannot be read is one that is out of its range.</summary>
    public AutopilotOrder Order => new()
    {
        Steps = Whole(Steps),
        Author = Author,
        Seed = Whole(Seed),
        MayRevise = MayRevise,
        UsesTaste = UsesTaste,
        Extends = Extends,
        StopCondition = StopCondition.Trim(),
        JudgesApart = JudgesApart,
        MostTokens = IsBlank(Tokens) ? null : long.TryParse(Tokens, NumberStyles.Integer, CultureInfo.InvariantCulture, out var tokens) ? tokens : 0,
        MostCost = !HasPrices || IsBlank(Cost) ? null : Part(Cost),
        MostTime = IsBlank(Hours) ? null : Part(Hours) is var hours and <= MostHours ? TimeSpan.FromHours((double)hours) : TimeSpan.Zero,
        StopsAtRepetition = StopsAtRepetition,
        StopsAtAlikePlans = StopsAtAlikePlans,
    };

    /// <summary>What is wrong, as the name of its message by the name of the value; empty when the run can begin.</summary>
    public IReadOnlyDictionary<string, string> Problems()
    {
        var order = Order;
        var problems = order.Problems().ToDictionary(name => name, name => $"Wrong{name}");
        AddIf(Author == AuthorKind.Random && !int.TryParse(Seed, NumberStyles.Integer, CultureInfo.InvariantCulture, out _), nameof(Seed), "WrongSeed");
        if (_held is { Spent: var spent } held)
        {
            AddIf(order.Steps <= spent.Steps, nameof(AutopilotOrder.Steps), "WrittenSteps");
            AddIf(order.MostTokens <= spent.Usage.Input + spent.Usage.Output, nameof(AutopilotOrder.MostTokens), "UsedMostTokens");
            AddIf(order.MostCost <= spent.Cost, nameof(AutopilotOrder.MostCost), "UsedMostCost");
            AddIf(order.MostTime <= held.Worked, nameof(AutopilotOrder.MostTime), "UsedMostTime");
        }

        return problems;

        void AddIf(bool wrong, string name, string message)
        {
            if (wrong)
            {
                problems.TryAdd(name, message);
            }
        }
    }

    private static bool IsBlank(string typed) => string.IsNullOrWhiteSpace(typed);

    private static int Whole(string typed) => int.TryParse(typed, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static decimal Part(string typed) => decimal.TryParse(typed, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : 0;

    private static string Typed(IFormattable value) => value.ToString(null, CultureInfo.InvariantCulture);
}
