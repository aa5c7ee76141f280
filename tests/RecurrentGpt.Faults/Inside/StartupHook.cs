using System.Diagnostics.CodeAnalysis;
using RecurrentGpt.Faults.Inside;

/// <summary>What .NET calls in a program that is started with DOTNET_STARTUP_HOOKS, before the program's own first line.</summary>
[SuppressMessage("Style", "IDE0130", Justification = "The runtime looks for a type of this name outside all namespaces.")]
[SuppressMessage("Design", "MA0047", Justification = "The runtime looks for a type of this name outside all namespaces.")]
internal static class StartupHook
{
    public static void Initialize()
    {
        if (KillOrder.Read(Environment.GetEnvironmentVariable(KillOrder.Variable)) is { } order)
        {
            new KillSwitch(order).Arm();
        }
    }
}
