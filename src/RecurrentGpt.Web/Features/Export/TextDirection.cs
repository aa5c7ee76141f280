namespace RecurrentGpt.Web.Features.Export;

/// <summary>Signs without a shape that turn the direction in which what follows is shown.</summary>
internal static class TextDirection
{
    public static bool Turns(int character) => character is 0x061C or 0x200E or 0x200F or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
