"""What customers write to the brand of the acceptance tests."""

COMPLAINT = "@kettleco my kettle arrived broken, this is unacceptable"
QUESTION = "@kettleco when will the blue kettle be back in stock?"
LATE = (
    "@kettleco my order has not arrived, this is unacceptable",
    "@kettleco where is my order? the delivery is two weeks late and nobody answers, terrible",
    "@kettleco order still not delivered, worst service ever",
    "@kettleco your delivery never came, awful, so disappointed",
    "@kettleco still no parcel, my delivery is late again, ridiculous",
    "@kettleco horrible, the order I paid for was not delivered",
)
CONCERN = "@kettleco please add a longer cable"
WANTS_FOLLOW = "@kettleco please follow me back so I can DM you my order number"
PRAISE = ("love the copper one", "my sister is so happy with it", "best tea of the week", "great colour",
          "a wonderful morning with it", "this is my favourite shelf", "another amazing cup")  # fmt: skip
