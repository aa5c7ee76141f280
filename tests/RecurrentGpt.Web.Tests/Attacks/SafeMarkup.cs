using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace RecurrentGpt.Web.Tests.Attacks;

/// <summary>Looks at parsed markup for what no text may become.</summary>
/// <param name="elements">The names of the elements that may be there.</param>
/// <param name="attributes">The names of the attributes that may be there; null for all that do nothing.</param>
/// <param name="schemes">More schemes that a link may have.</param>
internal sealed partial class SafeMarkup(IEnumerable<string> elements, IEnumerable<string>? attributes = null, params string[] schemes)
{
    private static readonly HashSet<string> Addresses = new(StringComparer.OrdinalIgnoreCase)
    {
        "href", "xlink:href", "src", "srcset", "srcdoc", "action", "formaction", "data", "poster", "background", "cite", "longdesc", "ping", "manifest", "code", "codebase", "archive",
    };

    private readonly HashSet<string> _elements = new(elements, StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Schemes = ["https:", "http:", "mailto:"];

    private readonly HashSet<string>? _attributes = attributes?.ToHashSet();

    /// <summary>How many elements were looked at.</summary>
    public long Seen { get; private set; }

    /// <summary>What the writer of prose may make, and no attribute but the ones that it gives.</summary>
    public static SafeMarkup OfProse() => new(["p", "br", "em", "strong", "blockquote", "ul", "ol", "li", "h3", "hr", "a"], ["start", "href", "target", "rel", "title"]);

    /// <summary>What may not be there; empty when all is well.</summary>
    public IReadOnlyList<string> FaultsOf(IParentNode root) => FaultsOf(root.QuerySelectorAll("*").ToList());

    public IReadOnlyList<string> FaultsOf(IReadOnlyCollection<IElement> all)
    {
        Seen += all.Count;
        return [.. all.SelectMany(FaultsOf)];
    }

    private IEnumerable<string> FaultsOf(IElement element)
    {
        if (!_elements.Contains(element.LocalName))
        {
            yield return $"<{element.LocalName}> is not allowed";
        }

        foreach (var attribute in element.Attributes.Where(attribute => IsFault(element, attribute)))
        {
            yield return $"{attribute.Name}=\"{attribute.Value}\" is not allowed on <{element.LocalName}>";
        }

        if (element.GetAttribute("target") is not null && element.GetAttribute("rel")?.Contains("noopener", StringComparison.Ordinal) is not true)
        {
            yield return $"<{element.LocalName}> opens a page that can reach back";
        }
    }

    private bool IsFault(IElement element, IAttr attribute) =>
        (_attributes?.Contains(attribute.Name) is false && !Scope().IsMatch(attribute.Name))
        || attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase)
        || !Name().IsMatch(attribute.Name)
        || attribute.Name.Contains("owned", StringComparison.OrdinalIgnoreCase)
        || (_attributes is null && attribute.Name is ("id" or "class" or "name") && attribute.Value.Contains("owned", StringComparison.Ordinal) && element.LocalName != "option")
        || (attribute.Name == "style" && attribute.Value.Contains('(', StringComparison.Ordinal))
        || (Addresses.Contains(attribute.Name) && !IsSafe(attribute.Value));

    // A browser leaves out what stands before an address, and line ends and tabs within it.
    private bool IsSafe(string address)
    {
        var read = string.Concat(address.TrimStart([.. Enumerable.Range(0, 0x21).Select(c => (char)c)]).Where(c => c is not ('\t' or '\n' or '\r')));
        return Schemes.Concat(schemes).Any(scheme => read.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            || (!read.StartsWith("//", StringComparison.Ordinal) && !read.StartsWith("/\\", StringComparison.Ordinal) && !Scheme().IsMatch(read));
    }

    [GeneratedRegex("^[a-z][a-z0-9:._-]*$", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex Name();

    // By which a part's own styles find its elements.
    [GeneratedRegex("^b-[a-z0-9]{10}$", RegexOptions.NonBacktracking)]
    private static partial Regex Scope();

    [GeneratedRegex("^[^/?#]*:", RegexOptions.NonBacktracking)]
    private static partial Regex Scheme();
}
