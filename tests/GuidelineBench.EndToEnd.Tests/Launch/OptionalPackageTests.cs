namespace GuidelineBench.EndToEnd.Tests.Launch;

/// <summary>When run.sh and run.ps1 fetch a package that can be done without, and what they say about it.</summary>
public sealed class OptionalPackageTests : IDisposable
{
    private readonly LaunchFolder tree = new();

    public static TheoryData<string, string> Cases =>
        [.. from launcher in (string[])["run.sh", "run.ps1"] from package in OptionalPackage.All select (launcher, package.Name)];

    public void Dispose() => tree.Dispose();

    [Theory]
    [MemberData(nameof(Cases))]
    public void It_is_fetched_once_and_a_build_with_it_is_another_one(string launcher, string name)
    {
        OptionalPackage package = OnLinux(name);
        Dictionary<string, string?> environment = Environment(package, wish: null);
        environment["FAKE_PACKAGES"] = string.Join(' ', package.Folders);

        (int code, string answer, string error) = tree.RunWith(environment, launcher, "list");

        Assert.Equal((0, "[list]"), (code, answer));
        Assert.Equal(
            package.Size is null ? [] : [$"guidelinebench: fetching {package.FullTitle} once ({package.Size}); to do without: {package.Variable}=off"],
            error.TrimEnd('\n').Split('\n').Where(line => !line.Contains("building", StringComparison.Ordinal)));
        Assert.Single(tree.Calls(), IsFetch);
        Assert.Equal($"with {name}", File.ReadAllText(tree["obj/built-run"]));
        Assert.False(File.Exists(tree[$"obj/{name}-missing"]));

        Assert.Equal((0, "[list]", ""), tree.RunWith(environment, launcher, "list"));
        Assert.DoesNotContain(tree.Calls(), call => IsFetch(call) || IsBuild(call));
        environment[package.Variable] = "off";
        Assert.Equal(0, tree.RunWith(environment, launcher, "list").Code);
        Assert.Contains(tree.Calls(), IsBuild);
        Assert.Equal("with", File.ReadAllText(tree["obj/built-run"]));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_cannot_be_had_is_said_once_and_tried_again_for_another_source_or_when_asked_for(string launcher, string name)
    {
        OptionalPackage package = OnLinux(name);
        Dictionary<string, string?> environment = Environment(package, wish: "auto");

        (int code, string answer, string error) = tree.RunWith(environment, launcher, "list");

        Assert.Equal((0, "[list]"), (code, answer));
        string line = Assert.Single(error.Split('\n'), line => line.Contains("could not be restored", StringComparison.Ordinal));
        Assert.StartsWith($"guidelinebench: {package.FullTitle} could not be restored (obj/{name}-restore.log says why), so ", line, StringComparison.Ordinal);
        Assert.All(package.Ids, id => Assert.Contains(id, line, StringComparison.Ordinal));
        Assert.EndsWith(" in GUIDELINEBENCH_NUGET_SOURCE", line, StringComparison.Ordinal);
        Assert.Single(tree.Calls(), IsFetch);

        Assert.Equal((0, "[list]", ""), tree.RunWith(environment, launcher, "list"));
        Assert.DoesNotContain(tree.Calls(), IsFetch);

        environment["GUIDELINEBENCH_NUGET_SOURCE"] = "feed";
        Assert.Equal(0, tree.RunWith(environment, launcher, "list").Code);
        Assert.Contains(tree.Calls(), call => IsFetch(call) && call.Contains(" -p:RestoreAdditionalProjectSources=feed", StringComparison.Ordinal));

        environment[package.Variable] = "on";
        (code, answer, error) = tree.RunWith(environment, launcher, "list");
        Assert.Equal((4, ""), (code, answer));
        Assert.Contains($"; {package.Variable}=on; allowed: ", error, StringComparison.Ordinal);
        Assert.Single(tree.Calls(), IsFetch);
    }

    [Theory]
    [InlineData("run.sh", "Linux x86_64", "")]
    [InlineData("run.sh", "Linux x86_64", "glibc 2.27")]
    [InlineData("run.sh", "Linux armv7l", "glibc 2.36")]
    [InlineData("run.sh", "Darwin x86_64", "")]
    [InlineData("run.ps1", "Linux x86_64", "")]
    [InlineData("run.ps1", "Linux x86_64", "glibc 2.27")]
    public void Where_it_has_no_build_nothing_is_fetched(string launcher, string system, string libc)
    {
        OptionalPackage package = OptionalPackage.Of("onnxruntime");
        On(system, libc);
        Dictionary<string, string?> environment = Environment(package, wish: "auto");

        Assert.Equal((0, "[list]"), First(tree.RunWith(environment, launcher, "list")));
        Assert.DoesNotContain(tree.Calls(), IsFetch);
        environment[package.Variable] = "on";
        (int code, _, string error) = tree.RunWith(environment, launcher, "list");

        Assert.Equal(4, code);
        Assert.StartsWith($"guidelinebench: {package.FullTitle} has no build for this platform ({system}", error, StringComparison.Ordinal);
        Assert.EndsWith($"); {package.Variable}=on; allowed: auto, off\n", error, StringComparison.Ordinal);
    }

    /// <summary>Whatever the user's environment says.</summary>
    [Theory]
    [InlineData("run.sh")]
    [InlineData("run.ps1")]
    public void The_engines_reports_to_its_maker_are_switched_off(string launcher)
    {
        tree.AddTool("dotnet", "#!/bin/sh\ncase $1 in *pwsh.dll) exec \"$REAL_DOTNET\" \"$@\" ;; esac\nprintf 'reports off: %s\n' \"$ORT_DISABLE_TELEMETRY\" >&2\nexit 1\n");
        Assert.Contains("reports off: 1", tree.RunWith(new() { ["ORT_DISABLE_TELEMETRY"] = "0" }, launcher, "list").Error, StringComparison.Ordinal);
    }

    private static bool IsFetch(string call) => call.StartsWith("restore kernels/", StringComparison.Ordinal);

    private static bool IsBuild(string call) => call.StartsWith("build ", StringComparison.Ordinal);

    private static (int Code, string Out) First((int Code, string Out, string Error) run) => (run.Code, run.Out);

    /// <summary>A system that each package has a build for, whichever the test runs on.</summary>
    private OptionalPackage OnLinux(string name)
    {
        On("Linux x86_64", "glibc 2.28");
        return OptionalPackage.Of(name);
    }

    private void On(string system, string libc)
    {
        tree.AddTool("uname", $"#!/bin/sh\n[ \"$1\" = -sm ] && echo '{system}' || exec /bin/uname \"$@\"\n");
        tree.AddTool("getconf", $"#!/bin/sh\n[ \"$1\" != LONG_BIT ] || {{ echo 64; exit 0; }}\n[ -n '{libc}' ] && echo '{libc}'\n");
    }

    /// <summary>With an empty folder of packages, and no other package asked for.</summary>
    private Dictionary<string, string?> Environment(OptionalPackage package, string? wish) =>
        new() { [package.Variable] = wish, ["NUGET_PACKAGES"] = tree["packages"], ["GUIDELINEBENCH_NUGET_SOURCE"] = null };
}
