using GuidelineBench.Cli.Sdk;

namespace GuidelineBench.Cli.Tests.Sdk;

/// <summary>Every property of MSBuild can be set by a variable of its name, in any case.</summary>
public class BuildEnvironmentTests
{
    [Theory]
    [InlineData("Platform")]
    [InlineData("PLATFORM")]
    [InlineData("configuration")]
    [InlineData("OutDir")]
    [InlineData("VERSION")]
    [InlineData("ArtifactsPath")]
    [InlineData("RunSettingsFilePath")]
    [InlineData("Foo.Bar")]
    [InlineData("_IsPublishing")]
    [InlineData("MSBuildSDKsPath")]
    [InlineData("MSBUILD_EXE_PATH")]
    [InlineData("DOTNET_MSBUILD_SDK_RESOLVER_SDKS_DIR")]
    [InlineData("DOTNET_HOST_PATH")]
    public void APropertyIsNotInherited(string name)
    {
        Assert.True(BuildEnvironment.IsProperty(name, onWindows: false));
        Assert.True(BuildEnvironment.IsProperty(name, onWindows: true));
    }

    [Theory]
    [InlineData("HOME")]
    [InlineData("PATH")]
    [InlineData("NUGET_PACKAGES")]
    [InlineData("https_proxy")]
    [InlineData("NuGetPackageSourceCredentials_feed")]
    [InlineData("SSL_CERT_FILE")]
    [InlineData("DOTNET_ROOT")]
    [InlineData("KRB5CCNAME")]
    public void WhatSystemAndFeedsNeedIs(string name)
    {
        Assert.False(BuildEnvironment.IsProperty(name, onWindows: false));
        Assert.False(BuildEnvironment.IsProperty(name, onWindows: true));
    }

    /// <summary>A variable <c>OS</c> elsewhere would make a build one for Windows.</summary>
    [Theory]
    [InlineData("OS")]
    [InlineData("ProgramFiles(x86)")]
    [InlineData("SystemRoot")]
    [InlineData("Path")]
    public void NamesOfWindowsAreInheritedThereAlone(string name)
    {
        Assert.False(BuildEnvironment.IsProperty(name, onWindows: true));
        Assert.True(BuildEnvironment.IsProperty(name, onWindows: false));
    }

    [Fact]
    public void TheRestStays()
    {
        var environment = new Dictionary<string, string?> { ["HOME"] = "home", ["OutputPath"] = "out", ["FEED_TOKEN"] = "token" };

        BuildEnvironment.Clean(environment);

        Assert.Equal(["FEED_TOKEN", "HOME"], environment.Keys.Order());
    }
}
