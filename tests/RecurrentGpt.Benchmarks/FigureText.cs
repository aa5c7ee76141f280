using System.Globalization;

namespace RecurrentGpt.Benchmarks;

/// <summary>Figures as they are read.</summary>
internal static class FigureText
{
    public static string Line(Figure figure) => string.Join("  ", new[]
    {
        Value(figure.Ours, figure.Unit),
        figure.P95 is { } p95 ? $"p95 {Value(p95, figure.Unit)}" : "",
        figure.Peer is { } peer ? $"{figure.PeerName} {Value(peer, figure.Unit)}" : "",
        figure.Ratio is { } ratio ? $"ratio {Value(ratio, "")}" : "",
        Target(figure),
        Verdict(figure),
    }.Where(part => part.Length > 0));

    public static string Row(Figure figure) =>
        $"| {figure.What} | {Value(figure.Ours, figure.Unit)} | {(figure.P95 is { } p95 ? Value(p95, figure.Unit) : "")} | {Peer(figure)} | {(figure.Ratio is { } ratio ? Value(ratio, "") : "")} | {Target(figure)} | {Verdict(figure)} |";

    /// <summary>Three digits that count, or all that stand before the point.</summary>
    public static string Value(double value, string unit)
    {
        var digits = Math.Abs(value) switch
        {
            >= 100 => 0,
            >= 10 => 1,
            >= 1 => 2,
            >= 0.1 => 3,
            _ => 4,
        };
        var number = Math.Round(value, digits).ToString($"#,0.{new string('#', digits)}", CultureInfo.InvariantCulture);
        return unit.Length == 0 ? number : $"{number} {unit}";
    }

    private static string Peer(Figure figure) => figure.Peer is { } peer ? $"{Value(peer, figure.Unit)} ({figure.PeerName})" : "";

    private static string Target(Figure figure) => figure.Target is { } target ? $"{(figure.IsAtLeast ? "≥" : "≤")} {Value(target, figure.Peer is null ? figure.Unit : "")}" : "";

    private static string Verdict(Figure figure) => figure.IsMet switch
    {
        true => "met",
        false => "**missed**",
        null => "",
    };
}
