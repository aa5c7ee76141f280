namespace RecurrentGpt.Web.Models;

/// <summary>Compares addresses of servers by what a request would really be sent to: scheme, host, port, and the beginning of the path.</summary>
internal static class ServerAddress
{
    // Ways to write another path than the one that is seen: up and over, encoded, or by the other slash.
    private static readonly string[] Tricks = ["..", "%", "\\"];

    /// <summary>The address of a server as a configuration lists it; null for what cannot be one.</summary>
    public static Uri? Read(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"
            && uri is { UserInfo.Length: 0, Query.Length: 0, Fragment.Length: 0, Host.Length: > 0 } && IsPlain(address)
            ? uri
            : null;
    }

    /// <summary>Whether an address is written as it is meant, with nothing in it that a server might read as another path.</summary>
    public static bool IsPlain(string address) => !Tricks.Any(trick => address.Contains(trick, StringComparison.Ordinal)) && !address.Any(char.IsControl);

    /// <summary>Whether <paramref name="address"/> is <paramref name="listed"/>, or lies under it.</summary>
    public static bool Covers(Uri listed, Uri address)
    {
        ArgumentNullException.ThrowIfNull(listed);
        ArgumentNullException.ThrowIfNull(address);
        return listed.Scheme == address.Scheme
            && listed.Port == address.Port
            && string.Equals(listed.IdnHost, address.IdnHost, StringComparison.OrdinalIgnoreCase)
            && IsUnder(listed.AbsolutePath.TrimEnd('/'), address.AbsolutePath);
    }

    // A path is under another where a part of it ends, so that /team is not the beginning of /teams.
    private static bool IsUnder(string folder, string path) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');
}
