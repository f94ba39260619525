namespace GuidelineBench.Core.Tests.Sampling;

/// <summary>The part of the cases that a usual run takes.</summary>
public class TestPartTests
{
    private static readonly string[] Cases = [.. Enumerable.Range(0, 60).Select(number => $"{"abc"[number % 3]}{number}")];

    [Fact]
    public void Every_kind_is_drawn_as_often_as_asked_for_where_it_can_be()
    {
        string[] drawn = [.. TestPart.Drawn([.. Cases, "d0"], name => name[..1], ofEach: 2)];

        Assert.Equal(["a", "a", "b", "b", "c", "c", "d"], drawn.Select(name => name[..1]).Order());
        Assert.Equal(drawn.Length, drawn.Distinct().Count());
    }

    [Fact]
    public void Cases_keep_their_order_and_are_the_same_every_time()
    {
        string[] drawn = [.. TestPart.Drawn(Cases, name => name[..1], ofEach: 5)];

        Assert.Equal(drawn.OrderBy(name => Array.IndexOf(Cases, name)), drawn);
        Assert.Equal(drawn, TestPart.Drawn(Cases, name => name[..1], ofEach: 5));
        // Not simply the first ones.
        Assert.NotEqual(Cases.Take(15), drawn);
    }

    [Fact]
    public void A_cover_has_every_kind_and_few_cases()
    {
        string[] cases = ["p", "q", "pq", "r", "pr", "s", ""];

        string[] cover = [.. TestPart.Cover(cases, name => name.Select(letter => $"{letter}"))];

        Assert.Equal("pqrs", new string([.. cover.SelectMany(name => name).Distinct().Order()]));
        Assert.InRange(cover.Length, 3, 4);
        Assert.DoesNotContain("", cover);
    }

    [Fact]
    public void Nothing_has_no_part()
    {
        Assert.Empty(TestPart.Cover(Array.Empty<string>(), name => [name]));
        Assert.Empty(TestPart.Drawn(Array.Empty<string>(), name => name, ofEach: 3));
    }

    [Fact]
    public void All_cases_run_when_all_are_asked_for()
    {
        bool isAll = Environment.GetEnvironmentVariable("GUIDELINEBENCH_TESTS") == "all";

        Assert.Equal(isAll, TestPart.IsAll);
        Assert.Equal(isAll ? 60 : 3, TestPart.Of(Cases, name => name[..1]).Count());
        Assert.Equal(isAll ? 60 : 3, TestPart.Covering(Cases, name => [name[..1]]).Count());
        Assert.Equal(isAll ? 9 : 4, TestPart.Number(all: 9, part: 4));
    }
}
