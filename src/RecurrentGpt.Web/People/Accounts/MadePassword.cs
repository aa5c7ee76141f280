using System.Security.Cryptography;

namespace RecurrentGpt.Web.People.Accounts;

/// <summary>Words of chance that can be read out and typed: without letters and digits that are taken for each other.</summary>
internal static class MadePassword
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int Group = 4;

    /// <summary>A first password of almost 80 bits, for somebody who will choose their own.</summary>
    public static string Next() => Of(4);

    /// <param name="groups">How many groups of four, each worth almost 20 bits.</param>
    public static string Of(int groups) => string.Join('-', Enumerable.Range(0, groups).Select(_ => RandomNumberGenerator.GetString(Letters, Group)));
}
