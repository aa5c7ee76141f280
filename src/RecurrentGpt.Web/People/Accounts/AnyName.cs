using Microsoft.AspNetCore.Identity;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>A name as it is looked for. A form can send what is no Unicode at all, on which the framework's own would break.</summary>
internal sealed class AnyName : ILookupNormalizer
{
    public string? NormalizeEmail(string? email) => NormalizeName(email);

    public string? NormalizeName(string? name) => IsText(name) ? name?.Normalize().ToUpperInvariant() : name?.ToUpperInvariant();

    /// <summary>Whether a name is made of characters that there are.</summary>
    public static bool IsText(string? name)
    {
        try
        {
            _ = name?.IsNormalized();
            return true;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }
}
