namespace RecurrentGpt.Web.Features.Settings;

/// <summary>How far the form has come.</summary>
public enum FormState
{
    Loading,
    LoadFailed,
    Editing,
    Saving,
    Saved,
    SaveFailed,
}

/// <summary>What happens to the stored key.</summary>
public enum KeyChange
{
    Keep,
    Replace,
    Forget,
}

/// <summary>A field that cannot be used.</summary>
/// <param name="Name">The setting's name, as in the model settings.</param>
/// <param name="Reason">What is wrong; null when it is no number.</param>
public sealed record FieldProblem(string Name, string? Reason);
