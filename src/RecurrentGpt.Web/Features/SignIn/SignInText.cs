namespace RecurrentGpt.Web.Features.SignIn;

/// <summary>Names the words of the pages at the door: <c>IStringLocalizer&lt;SignInText&gt;</c> reads SignInText.resx.</summary>
public sealed class SignInText;
