using System.Globalization;

namespace RecurrentGpt.Web.Tests.Tree;

/// <summary>How much is drawn by chance: a little in every run of all tests, and as much as somebody asks for by the environment.</summary>
internal static class Draws
{
    public static int Sequences { get; } = Setting("RECURRENTGPT_SEQUENCES", 400);

    public static int Trees { get; } = Setting("RECURRENTGPT_TREES", 40);

    public static int Seed { get; } = Setting("RECURRENTGPT_SEED", 20_261_121);

    private static int Setting(string name, int usual) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : usual;
}
