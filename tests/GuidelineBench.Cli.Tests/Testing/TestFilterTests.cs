using GuidelineBench.Cli.Testing;

namespace GuidelineBench.Cli.Tests.Testing;

public class TestFilterTests
{
    [Theory]
    [InlineData("Costs", "-method *Costs*")]
    [InlineData("FullyQualifiedName~Costs", "-method *Costs*")]
    [InlineData("FullyQualifiedName=A.B+C.Adds", "-method A.B+C.Adds")]
    [InlineData("Costs|FullyQualifiedName=A.B.Adds", "-method *Costs* -method A.B.Adds")]
    public void NamesAreForTheTestProgram(string filter, string arguments) =>
        Assert.Equal(arguments.Split(' '), TestFilter.ByName(filter));

    [Theory]
    [InlineData("FullyQualifiedName!~Costs")]
    [InlineData("FullyQualifiedName!=A.B.Adds")]
    [InlineData("FullyQualifiedName~Costs&DisplayName~x")]
    [InlineData("DisplayName~Costs")]
    [InlineData("(FullyQualifiedName~A)|(FullyQualifiedName~B)")]
    [InlineData("Category=Slow")]
    [InlineData("FullyQualifiedName~")]
    [InlineData("FullyQualifiedName")]
    [InlineData("")]
    [InlineData("A|")]
    public void WhatAsksForMoreIsForDotnetTest(string filter) => Assert.Null(TestFilter.ByName(filter));
}
