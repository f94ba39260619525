using System.Globalization;
using CsCheck;
using GuidelineBench.Cli.Options;

namespace GuidelineBench.Cli.Tests.Options;

public sealed class NumberTextTests
{
    /// <summary>Under cultures with another minus too, and what is written is digits with an optional minus.</summary>
    [Fact]
    public void WhatIsWrittenIsReadAgainUnderEveryCulture() => Property.Holds(
        Gen.Select(Gen.Int, Gen.OneOf("en-US", "de-DE", "sv-SE", "ar-EG", "fa-IR", "")),
        input =>
        {
            (int number, string culture) = input;
            CultureInfo before = CultureInfo.CurrentCulture;
            try
            {
                CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
                string text = NumberText.Write(number);

                Assert.Matches("^-?[0-9]+$", text);
                Assert.True(NumberText.TryRead(text, out int read));
                Assert.Equal(number, read);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        });
}
