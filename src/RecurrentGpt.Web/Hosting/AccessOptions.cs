using System.ComponentModel.DataAnnotations;
using System.Net;

namespace RecurrentGpt.Web.Hosting;

/// <summary>Who stands before the program and looks at those who come.</summary>
internal sealed class AccessOptions : IValidatableObject
{
    public const string Section = "Access";

    /// <summary>Whoever reaches this program has been authenticated by the proxy before it. Only then is heard what a proxy says of a request (X-Forwarded-For, -Proto and -Host).</summary>
    public bool BehindProxy { get; set; }

    /// <summary>Addresses or networks (10.0.0.0/8) of proxies on other machines; one on this machine is known anyway.</summary>
    public IList<string> KnownProxies { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) => KnownProxies
        .Where(proxy => !IPAddress.TryParse(proxy, out _) && !IPNetwork.TryParse(proxy, out _))
        .Select(proxy => new ValidationResult($"\"{proxy}\" is neither an address nor a network such as 10.0.0.0/8.", [nameof(KnownProxies)]));
}
