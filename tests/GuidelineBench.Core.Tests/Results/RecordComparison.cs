using System.Collections;
using System.Reflection;

namespace GuidelineBench.Core.Tests.Results;

/// <summary>Compares records member by member, because they compare their lists by reference.</summary>
internal static class RecordComparison
{
    public static void AssertSame(object? expected, object? actual, string path)
    {
        if (expected is null || actual is null || expected is string || expected.GetType().IsPrimitive || expected is DateTimeOffset)
        {
            Assert.True(Equals(expected, actual), $"{path}: {expected} became {actual}");
            return;
        }

        Assert.Equal(expected.GetType(), actual.GetType());
        if (expected is IEnumerable)
        {
            object?[] expectedItems = [.. ((IEnumerable)expected).Cast<object?>()], actualItems = [.. ((IEnumerable)actual).Cast<object?>()];
            Assert.True(expectedItems.Length == actualItems.Length, path);
            for (int i = 0; i < expectedItems.Length; i++)
                AssertSame(expectedItems[i], actualItems[i], $"{path}[{i}]");
            return;
        }

        foreach (PropertyInfo property in expected.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            AssertSame(property.GetValue(expected), property.GetValue(actual), $"{path}.{property.Name}");
    }
}
