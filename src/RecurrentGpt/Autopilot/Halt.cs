using System.Diagnostics.CodeAnalysis;

namespace RecurrentGpt.Autopilot;

/// <summary>Why an unattended run goes no further.</summary>
/// <param name="State">How it stands from now on.</param>
/// <param name="Fuse">The fuse that has blown; null when none has.</param>
internal sealed record Halt(AutopilotState State, BlownFuse? Fuse = null)
{
    internal static Halt Done { get; } = new(AutopilotState.Done);

    internal static Halt Paused { get; } = new(AutopilotState.Paused);

    internal static Halt Stopped { get; } = new(AutopilotState.Stopped);

    internal static Halt Interrupted { get; } = new(AutopilotState.Interrupted);

    internal static Halt Blown(BlownFuse fuse) => new(AutopilotState.Blown, fuse);
}

/// <summary>What a part of a step came to, or why the run goes no further.</summary>
/// <typeparam name="T">What it comes to when all is well.</typeparam>
internal readonly struct Attempt<T>
    where T : class
{
    private readonly T? _value;
    private readonly Halt? _halt;

    private Attempt(T? value, Halt? halt) => (_value, _halt) = (value, halt);

    public static implicit operator Attempt<T>(T value) => new(value, null);

    public static implicit operator Attempt<T>(Halt halt) => new(null, halt);

    /// <summary>Whether it came to something; otherwise the halt says why not.</summary>
    internal bool Is([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Halt? halt)
    {
        value = _value;
        halt = _value is null ? _halt ?? Halt.Stopped : null;
        return value is not null;
    }
}
